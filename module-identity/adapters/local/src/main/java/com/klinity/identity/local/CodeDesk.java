package com.klinity.identity.local;

import com.klinity.identity.local.Codes.Issued;
import com.klinity.identity.local.OneTimeCode.Purpose;
import com.klinity.platform.spi.Refusal;

/**
 * Takes requests for a code. Known and unknown addresses cost the same work and look the same from outside: one code, one
 * mail; only the mail's text tells its reader which it was.
 */
final class CodeDesk {

    private final Codes codes;
    private final Users users;
    private final CodeMail mail;
    private final Limits limits;

    CodeDesk(Codes codes, Users users, CodeMail mail, Limits limits) {
        this.codes = codes;
        this.users = users;
        this.mail = mail;
        this.limits = limits;
    }

    /**
     * Somebody who is known already gets a code to sign in with.
     *
     * @param peer who asks
     * @throws Refusal 429 when too many codes wait
     */
    void signUp(EmailAddress address, String locale, String peer) {
        boolean known = users.of(address).isPresent();
        Issued issued = codes.issue(address, known ? Purpose.SIGN_IN : Purpose.SIGN_UP, peer);
        if (mayMail(address, issued)) {
            mail.code(known ? "sign-in-code" : "sign-up-code", address, locale, issued);
        }
    }

    /**
     * Somebody unknown is told that there is no account; the code made for the address is sent to nobody.
     *
     * @param peer who asks
     * @throws Refusal 429 when too many codes wait
     */
    void signIn(EmailAddress address, String locale, String peer) {
        Issued issued = codes.issue(address, Purpose.SIGN_IN, peer);
        if (!mayMail(address, issued)) {
            return;
        }
        if (users.of(address).isPresent()) {
            mail.code("sign-in-code", address, locale, issued);
        } else {
            mail.noAccount(address, locale);
        }
    }

    /** Beyond a bound a code that was mailed is not mailed again, whoever asks: it lies in the mailbox already. */
    private boolean mayMail(EmailAddress address, Issued issued) {
        return limits.mayMail(address) || issued.isNew();
    }
}
