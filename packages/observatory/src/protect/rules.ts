import { InputError, type ProtectionRules, protectionRules } from '@marsad/records';

/**
 * The rules of the publish gate: what a city set, the floor for the rest.
 * @throws InputError for an unknown rule or one below the floor
 */
export const rulesFrom = (rules: Partial<ProtectionRules>): ProtectionRules => {
  const parsed = protectionRules.safeParse(rules);
  if (parsed.success) return parsed.data;
  const told = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'rules'}: ${message}`).join('; ');
  throw new InputError('weak-protection', `protection rules: ${told}`, {
    remedy: 'A city may raise the rules of the publish gate, never lower them below the built-in floor.',
  });
};
