/** The name a child is called by: "Oliver" of "Oliver H.". */
export function firstNameOf(name: string): string {
  return name.split(' ')[0] ?? name;
}
