package com.klinity.identity.cognito;

import com.klinity.identity.spi.IdentityAdapter;
import com.klinity.identity.spi.IdentityContext;
import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.spi.TokenProfile;
import com.klinity.platform.spi.TrustedIssuer;
import com.klinity.platform.spi.Vendor;
import java.util.List;

/** Opens a user pool. */
public final class CognitoIdentityAdapter implements IdentityAdapter {

    private volatile String region = "<klinity.aws.region>";

    /** For the service loader. */
    public CognitoIdentityAdapter() {}

    @Override
    public String name() {
        return "cognito";
    }

    /** Names the region once it is opened. */
    @Override
    public Vendor vendor() {
        return new Vendor(
                "Amazon Web Services, Inc.",
                "sign-up, sign-in and e-mail addresses of practitioners (Amazon Cognito)",
                List.of(region),
                true,
                List.of("cognito-idp." + region + ".amazonaws.com"),
                "AWS Business Associate Addendum");
    }

    @Override
    public IdentityProvider open(IdentityContext context) {
        CognitoSettings settings = CognitoSettings.read(context.settings());
        region = settings.region();
        TrustedIssuer issuer = new TrustedIssuer(
                settings.issuer(), settings.clientId(), TokenProfile.COGNITO, context.keysAt(settings.keys()));
        return new CognitoProvider(issuer, new UserPool(CognitoClient.of(settings), settings.userPoolId()));
    }
}
