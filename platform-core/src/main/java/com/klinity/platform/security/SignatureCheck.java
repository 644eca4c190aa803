package com.klinity.platform.security;

import com.klinity.platform.security.TokenRefused.Reason;
import java.security.PublicKey;

/** Lets through what the issuer has signed, and only as the issuer signs access tokens. */
record SignatureCheck(AccessTokenRules rules, KeySet keys, RsaVerification rsa) {
    /** The claims are parsed only after the signature has been verified. */
    Claims signedClaims(String compactToken) {
        CompactToken token = CompactToken.parse(compactToken);
        JoseHeader header = JoseHeader.parse(token.header());
        rules.checkType(header);
        PublicKey key = keys.find(header.keyId());
        if (!rsa.verifies(key, token.signedBytes(), token.signature())) {
            throw new TokenRefused(Reason.SIGNATURE);
        }
        return Claims.parse(token.payload());
    }
}
