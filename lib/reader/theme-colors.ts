/** The paper of each theme, as `app/styles/tokens.css` has it: browsers colour their own parts by it. */
export const THEME_COLORS = { light: '#fdfdfc', dark: '#121416', sepia: '#f7f0e3' }
