/** The page of a rule. */
export function rulePage(ruleId: string): string {
  return `https://github.com/kossa/kossa/blob/main/docs/rules/${ruleId}.md`;
}
