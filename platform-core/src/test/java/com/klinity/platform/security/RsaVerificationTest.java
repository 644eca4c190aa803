package com.klinity.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A cryptography provider")
class RsaVerificationTest {
    private static final byte[] MESSAGE = {1, 2, 3};
    private static final byte[] SIGNATURE = SigningKey.ISSUER.sign("SHA256withRSA", MESSAGE);

    /** Lends the JDK's RSA under a name of its own. */
    private static final class Lender extends Provider {
        private static final long serialVersionUID = 1L;

        private Lender() {
            super("Lender", "1", "lends the JDK's RSA");
        }

        static Lender ofRsa() {
            Lender lender = new Lender();
            lender.lend("KeyFactory", "RSA");
            lender.lend("Signature", "SHA256withRSA");
            return lender;
        }

        static Lender ofNothing() {
            return new Lender();
        }

        private void lend(String type, String algorithm) {
            Service lent = Security.getProvider("SunRsaSign").getService(type, algorithm);
            putService(new Service(this, type, algorithm, lent.getClassName(), null, null) {
                @Override
                public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                    return lent.newInstance(parameter);
                }
            });
        }
    }

    private static RsaVerification lent() {
        return RsaVerification.with(Lender.ofRsa()).orElseThrow();
    }

    private static PublicKey key(RsaVerification rsa) {
        return rsa.publicKey(
                        SigningKey.ISSUER.publicKey().getModulus(),
                        SigningKey.ISSUER.publicKey().getPublicExponent())
                .orElseThrow();
    }

    @Test
    void that_has_RSA_is_used() {
        assertEquals("Lender", lent().providerName());
    }

    @Test
    void that_is_used_verifies_with_keys_it_made() {
        RsaVerification rsa = lent();
        assertTrue(rsa.verifies(key(rsa), MESSAGE, SIGNATURE));
    }

    @Test
    void that_lacks_RSA_is_passed_over() {
        assertTrue(RsaVerification.with(Lender.ofNothing()).isEmpty());
    }

    @Test
    void of_the_JDK_is_there_when_no_other_is() {
        RsaVerification rsa = RsaVerification.withInstalledProviders();
        assertTrue(rsa.verifies(key(rsa), MESSAGE, SIGNATURE));
    }
}
