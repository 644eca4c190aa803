package com.klinity.platform.server;

import java.lang.System.Logger.Level;
import java.time.Instant;

/** Looks at the certificate's files and presents what they hold as soon as it is good. Never takes a worse one. */
final class CertificateWatch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(CertificateWatch.class.getName());

    private final TlsFiles files;
    private final PresentedCertificate certificate;
    private final Thread thread;
    private String told = "";

    private CertificateWatch(TlsFiles files, PresentedCertificate certificate) {
        this.files = files;
        this.certificate = certificate;
        this.thread = Thread.ofVirtual().name("certificate-watch").unstarted(this::watch);
    }

    static CertificateWatch start(TlsFiles files, PresentedCertificate certificate) {
        CertificateWatch watch = new CertificateWatch(files, certificate);
        watch.thread.start();
        return watch;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(files.interval());
                look();
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "the watch over the certificate ends");
        }
    }

    private void look() {
        try {
            take(files.load(Instant.now()));
        } catch (UnusableTlsException e) {
            tell(e.whatToDo());
        } catch (RuntimeException e) { // whatever the files hold, the watch goes on
            tell(e.getClass().getSimpleName());
        }
    }

    private void take(TlsIdentity found) {
        told = "";
        if (!found.equals(certificate.identity())) {
            certificate.replace(found);
            LOG.log(Level.INFO, "the new TLS certificate is presented from now on; it expires {0}", found.expires());
        }
    }

    /** Once, and not at each look. */
    private void tell(String fault) {
        if (!fault.equals(told)) {
            told = fault;
            LOG.log(Level.ERROR, "the TLS certificate before stays, because the one in the files {0}", fault);
        }
    }
}
