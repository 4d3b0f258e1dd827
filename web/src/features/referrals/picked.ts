/** A service that was chosen for a referral: what is shown of it until it is sent. */
export interface Picked {
  id: string;
  name: string;
  phone?: string | null;
}

/** A need is put to three services at the most, so that each can be walked to its outcome. */
export const mostServices = 3;

/** No more than what is shown goes into the draft. */
export const asPicked = ({ id, name, phone = null }: Picked): Picked => ({ id, name, phone });
