/**
 * Any issuer that speaks OpenID Connect and issues access tokens after RFC 9068. There is no standard way to manage its
 * users, so it is asked for its keys and nothing else.
 *
 * @provides com.klinity.identity.spi.IdentityAdapter named {@code oidc}
 */
module com.klinity.identity.oidc {
    requires com.klinity.identity;

    provides com.klinity.identity.spi.IdentityAdapter with
            com.klinity.identity.oidc.OidcIdentityAdapter;
}
