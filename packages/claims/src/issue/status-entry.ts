/** Where a credential's status is to be found: one entry of a Bitstring Status List. */
export interface StatusPlace {
  /** URL of the list. */
  readonly list: string;
  /** Place in the list, from 0. */
  readonly index: number;
  readonly purpose: 'revocation' | 'suspension' | 'refresh' | 'message';
  /** Bits of one status, for messages. Default 1. */
  readonly size?: number;
  /** What each value means; needed when `purpose` is `message`. */
  readonly messages?: readonly { readonly status: number; readonly message: string }[];
  /** Where people can read about it. */
  readonly reference?: string;
}

/** @see {@link https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistentry | Bitstring Status List, 2.1} */
export function statusEntry(place: StatusPlace): Record<string, unknown> {
  const { list, index, purpose, size, messages, reference } = place;
  return {
    id: `${list}#${purpose}-${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: list,
    ...(size !== undefined && { statusSize: size }),
    ...(messages && {
      statusMessage: messages.map(({ status, message }) => ({
        status: `0x${status.toString(16)}`,
        message,
      })),
    }),
    ...(reference !== undefined && { statusReference: reference }),
  };
}
