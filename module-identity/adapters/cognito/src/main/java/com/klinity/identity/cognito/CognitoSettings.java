package com.klinity.identity.cognito;

import com.klinity.identity.spi.IssuerSettings;
import com.klinity.platform.spi.Settings;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a deployer can set.
 *
 * @param region      such as {@code sa-east-1}
 * @param userPoolId  such as {@code sa-east-1_Ab129faBb}
 * @param clientId    the application that access tokens are issued for
 * @param issuer      the {@code iss} claim
 * @param keys        where the pool publishes its keys
 * @param endpoint    where the pool is managed, when it is not where AWS has it
 * @param credentials who manages it, when it is not whom the AWS default chain finds
 */
record CognitoSettings(
        String region,
        String userPoolId,
        String clientId,
        String issuer,
        URI keys,
        Optional<URI> endpoint,
        Optional<AccessKey> credentials) {

    private static final String REGION = "klinity.aws.region";
    private static final String POOL = "klinity.cognito.user-pool-id";
    private static final String ENDPOINT = "klinity.cognito.endpoint";
    private static final Pattern REGION_FORM = Pattern.compile("[a-z]{2,3}(-[a-z]+)+-[0-9]+");
    private static final Pattern POOL_FORM = Pattern.compile("[\\w-]{1,46}_[0-9A-Za-z]{1,40}");

    static CognitoSettings read(Settings settings) {
        IssuerSettings issuers = new IssuerSettings(settings);
        String region = matching(settings, REGION, REGION_FORM, "must be an AWS region such as sa-east-1");
        String pool = matching(settings, POOL, POOL_FORM, "must be a user pool's id such as sa-east-1_Ab129faBb");
        String issuer = issuers.issuerOr("https://cognito-idp." + region + ".amazonaws.com/" + pool);
        return new CognitoSettings(
                region,
                pool,
                issuers.clientId(),
                issuer,
                issuers.keys().orElseGet(() -> URI.create(issuer + "/.well-known/jwks.json")),
                settings.optionalText(ENDPOINT).map(text -> issuers.address(ENDPOINT, text)),
                AccessKey.read(settings));
    }

    /** A placeholder that can stand in an address when the value cannot. */
    private static String matching(Settings settings, String key, Pattern form, String whatToDo) {
        String text = settings.text(key);
        if (text.isEmpty()) {
            return "missing";
        }
        if (!form.matcher(text).matches()) {
            settings.fault(key, whatToDo);
            return "malformed";
        }
        return text;
    }
}
