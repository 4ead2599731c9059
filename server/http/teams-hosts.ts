/** Where Microsoft shows tabs: Teams, Microsoft 365 and Outlook of the public cloud, by its own library's list. */
export const knownTeamsHosts =
  'https://teams.microsoft.com,https://teams.live.com,https://*.cloud.microsoft,https://outlook.office.com,https://outlook.office365.com,https://www.office.com,https://*.www.microsoft365.com';
