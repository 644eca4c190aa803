package com.klinity.identity.cognito;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClientBuilder;

/** The vendor's client, held to a few seconds: somebody waits for the answer. */
final class CognitoClient {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private CognitoClient() {}

    /** Connects to nothing yet, and looks for no credentials. */
    static CognitoIdentityProviderClient of(CognitoSettings settings) {
        CognitoIdentityProviderClientBuilder builder = CognitoIdentityProviderClient.builder()
                .region(Region.of(settings.region()))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_LIMIT)
                        .socketTimeout(ATTEMPT_LIMIT))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(ATTEMPT_LIMIT)
                        .apiCallTimeout(LIMIT)
                        .build());
        settings.endpoint().ifPresent(builder::endpointOverride);
        settings.credentials().ifPresent(key -> builder.credentialsProvider(provider(key)));
        return builder.build();
    }

    private static StaticCredentialsProvider provider(AccessKey key) {
        return StaticCredentialsProvider.create(credentials(key));
    }

    private static AwsCredentials credentials(AccessKey key) {
        String secret = key.secret().reveal();
        return key.session().isPresent()
                ? AwsSessionCredentials.create(
                        key.id(), secret, key.session().get().reveal())
                : AwsBasicCredentials.create(key.id(), secret);
    }
}
