/** Chosen: one slip of a finger and one code that changed under the hand are normal; a third is not. */
export const MANY_REJECTIONS = 3;
