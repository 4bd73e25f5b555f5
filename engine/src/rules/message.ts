/** Fills `{{placeholders}}`. One that stays open is a bug of the rule, and throws. */
export function fillMessage(message: string, data: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{\{\s*([\w-]+)\s*\}\}/gu, (_, name: string) => {
    const value = data[name];
    if (value === undefined) throw new Error(`message without a value for {{${name}}}: ${message}`);
    return String(value);
  });
}
