package com.klinity.platform.server;

/** A certificate or key that cannot be served with. Says what to do, and nothing that the files hold. */
final class UnusableTlsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean aboutKey;
    private final String whatToDo;

    private UnusableTlsException(boolean aboutKey, String whatToDo) {
        super(whatToDo);
        this.aboutKey = aboutKey;
        this.whatToDo = whatToDo;
    }

    static UnusableTlsException certificate(String whatToDo) {
        return new UnusableTlsException(false, whatToDo);
    }

    static UnusableTlsException privateKey(String whatToDo) {
        return new UnusableTlsException(true, whatToDo);
    }

    /** Whether the key is at fault; the certificate otherwise. */
    boolean aboutKey() {
        return aboutKey;
    }

    String whatToDo() {
        return whatToDo;
    }
}
