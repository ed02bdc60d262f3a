/** Providers and topics whose articles changed: they may be unused now, or named otherwise. */
export interface Subjects {
  /** Row ids, perhaps several times. */
  providerIds: number[]
  topicIds: number[]
}
