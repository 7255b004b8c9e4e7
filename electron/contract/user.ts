/** A person in the tenant. What the operator's rights do not show is `null`, never guessed. */
export type User = {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly mail: string | null;
  readonly department: string | null;
  readonly jobTitle: string | null;
  readonly employeeId: string | null;
};

/** `exact`: the whole query equals this person's sign-in name, mail, employee id or object id, whatever the case. */
export type UserMatch = User & { readonly exact: boolean };

/** Who works at this station. `userPrincipalName`: empty, where a name is all that is known. */
export type Operator = { readonly name: string; readonly userPrincipalName: string };
