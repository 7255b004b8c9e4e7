let sockets = 0;

/** A name for a place to plug something in that nobody has had before. */
export function nextSocket(): string {
  sockets += 1;
  return `usb-test-${process.pid}-${sockets}/input0`;
}
