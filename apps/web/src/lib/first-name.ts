/** The name somebody is called by: "Oliver" of "Oliver H.", and the whole name where no initial is left of the rest. */
export function firstNameOf(name: string): string {
  return name.replace(/\s+\p{L}\.$/u, '');
}
