package com.klinity.identity.local;

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

    CodeDesk(Codes codes, Users users, CodeMail mail) {
        this.codes = codes;
        this.users = users;
        this.mail = mail;
    }

    /** Somebody who is known already gets a code to sign in with. */
    void signUp(EmailAddress address, String locale) {
        boolean known = users.of(address).isPresent();
        Purpose purpose = known ? Purpose.SIGN_IN : Purpose.SIGN_UP;
        mail.code(known ? "sign-in-code" : "sign-up-code", address, locale, codes.issue(address, purpose));
    }

    /**
     * Somebody unknown is told that there is no account; the code made for the address is sent to nobody.
     *
     * @throws Refusal 429 when too many codes wait
     */
    void signIn(EmailAddress address, String locale) {
        String code = codes.issue(address, Purpose.SIGN_IN);
        if (users.of(address).isPresent()) {
            mail.code("sign-in-code", address, locale, code);
        } else {
            mail.noAccount(address, locale);
        }
    }
}
