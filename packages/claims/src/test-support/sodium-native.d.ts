declare module 'sodium-native' {
  const sodium: {
    crypto_sign_verify_detached(
      signature: Uint8Array,
      message: Uint8Array,
      key: Uint8Array,
    ): boolean;
  };
  export = sodium;
}
