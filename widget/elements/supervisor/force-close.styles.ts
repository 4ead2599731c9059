import { css } from 'lit';

/** The form that closes a conversation for good. */
export const forceCloseStyles = css`
  form {
    display: grid;
    gap: 10px;
    padding: 14px;
    overflow-wrap: anywhere;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
  }
`;
