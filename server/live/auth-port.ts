import type { Actor, From, Refusal } from '@floorwalk/core';

/** A person who acts, with the rights that count now. */
export type PersonActor = Extract<Actor, { kind: 'person' }>;

/** The directory's name of a key with which an integration connected. */
export interface KeyName {
  readonly integration: string;
  /** Of several that it may have; null: one of the settings. */
  readonly key: string | null;
}

/** Whom a staff token names. */
export interface StaffSession {
  readonly tenant: string;
  /** Rights of the directory and the token together (R2). */
  readonly actor: PersonActor;
  /** When the token ends, in milliseconds on the live clock (R3). */
  readonly expiresAt: number;
  /** The key of the integration that speaks for them. */
  readonly key?: KeyName;
}

/** For whom an integration speaks, and from where (R4). */
export interface Behalf {
  readonly person: string;
  readonly from: From;
}

/** Who staff are; implemented in `server/auth/`. */
export interface StaffAuth {
  /** A person by their token, or by the key of an integration that may speak for them. */
  verify(token: string, behalf?: Behalf): Promise<StaffSession | Refusal>;
  /** The rights that the directory, together with what the token once granted, gives now; a refusal: none any more (R3). */
  actorNow(tenant: string, person: string, granted: PersonActor, key?: KeyName): Promise<PersonActor | Refusal>;
}

/** The one conversation that a customer's token names. */
export interface ChatClaim {
  readonly tenant: string;
  readonly conversation: string;
}

/** Who a customer is, as the site whose page they are on says it. */
export interface SiteIdentity {
  readonly id: string;
  readonly name?: string;
  readonly locale?: string;
}

/** Reads an identity that a site signed for its customer; implemented in `server/auth/`. */
export type SiteIdentities = (token: string) => Promise<SiteIdentity | Refusal>;

/** What a customer's token says, and until when, in milliseconds on the live clock. */
export interface ChatGrant extends ChatClaim {
  readonly expiresAt: number;
}

/** Short signed tokens for customers; implemented in `server/auth/`. */
export interface ChatTokens {
  sign(claim: ChatClaim): Promise<string>;
  verify(token: string): Promise<ChatGrant | Refusal>;
}
