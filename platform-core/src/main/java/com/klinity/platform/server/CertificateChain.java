package com.klinity.platform.server;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** The certificates that are sent in a handshake: the server's, then each one's issuer (RFC 8446, section 4.4.2). */
final class CertificateChain {

    private CertificateChain() {}

    static List<X509Certificate> read(PemFile file) throws UnusableTlsException {
        List<X509Certificate> chain = new ArrayList<>();
        for (byte[] der : file.all("CERTIFICATE")) {
            chain.add(parsed(der));
        }
        if (chain.isEmpty()) {
            throw UnusableTlsException.certificate("holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)");
        }
        for (int i = 1; i < chain.size(); i++) {
            requireIssued(chain.get(i - 1), chain.get(i));
        }
        return chain;
    }

    private static X509Certificate parsed(byte[] der) throws UnusableTlsException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw UnusableTlsException.certificate("holds a certificate that is damaged; copy it anew");
        }
    }

    private static void requireIssued(X509Certificate certificate, X509Certificate issuer) throws UnusableTlsException {
        try {
            certificate.verify(issuer.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw UnusableTlsException.certificate(
                    "must hold the server's certificate first and after each one its issuer's; put them in this order");
        }
    }
}
