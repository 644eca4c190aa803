/**
 * The embedded issuer for evaluation: it stands in for an outside user pool, so it keeps its users and its key in files
 * of its own and never touches the database. People prove their address with one-time codes; there are no passwords.
 *
 * @provides com.klinity.identity.spi.IdentityAdapter named {@code local}
 */
module com.klinity.identity.local {
    requires com.klinity.identity;

    opens com.klinity.identity.local to
            tools.jackson.databind;

    provides com.klinity.identity.spi.IdentityAdapter with
            com.klinity.identity.local.LocalIdentityAdapter;
}
