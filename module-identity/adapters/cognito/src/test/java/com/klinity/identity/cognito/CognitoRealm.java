package com.klinity.identity.cognito;

import com.klinity.identity.IdentityModule;
import com.klinity.identity.spi.IdentityProvider;
import com.klinity.identity.testkit.OpenedProvider;
import com.klinity.identity.testkit.Tokens;
import com.klinity.identity.testkit.UserPoolRealm;
import com.klinity.platform.testkit.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

/** A user pool in the emulator. Users have names of their own, which are neither address nor {@code sub}. */
final class CognitoRealm implements UserPoolRealm {

    private static final String PASSWORD = "Correct-Horse-7-Battery";

    private final CognitoEmulator emulator = CognitoEmulator.start();
    private final CognitoIdentityProviderClient people = CognitoIdentityProviderClient.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(emulator.address())
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    private final String pool = people.createUserPool(
                    r -> r.poolName("practitioners").autoVerifiedAttributes(VerifiedAttributeType.EMAIL))
            .userPool()
            .id();
    private final String client = newClient("klinity");
    private final String anotherClient = newClient("another");
    private final OpenedProvider provider = new OpenedProvider(new CognitoIdentityAdapter());
    private final TestServer server = newServer(provider);

    /** One more server of the same pool. */
    TestServer newServer(OpenedProvider opened) {
        return TestServer.of(new IdentityModule())
                .adapter(opened)
                .setting("klinity.identity.provider", "cognito")
                .setting("klinity.identity.issuer", emulator.address() + "/" + pool)
                .setting("klinity.identity.client-id", client)
                .setting("klinity.aws.region", "us-east-1")
                .setting("klinity.aws.access-key-id", "emulated")
                .setting("klinity.aws.secret-access-key", "emulated")
                .setting("klinity.cognito.user-pool-id", pool)
                .setting("klinity.cognito.endpoint", emulator.address().toString())
                .start();
    }

    @Override
    public TestServer server() {
        return server;
    }

    @Override
    public IdentityProvider provider() {
        return provider.get();
    }

    @Override
    public void signUp(String email) {
        people.signUp(r -> r.clientId(client)
                .username(userName(email))
                .password(PASSWORD)
                .userAttributes(attribute("email", email)));
    }

    @Override
    public Tokens confirm(String email) {
        people.confirmSignUp(r -> r.clientId(client).username(userName(email)).confirmationCode(CognitoEmulator.CODE));
        return signIn(email).orElseThrow();
    }

    @Override
    public Optional<Tokens> signIn(String email) {
        return signInAt(client, email).map(result -> new Tokens(result.accessToken(), result.refreshToken()));
    }

    @Override
    public Optional<Tokens> refresh(String refreshToken) {
        return authenticate(client, AuthFlowType.REFRESH_TOKEN_AUTH, Map.of("REFRESH_TOKEN", refreshToken))
                .map(result -> new Tokens(result.accessToken(), refreshToken));
    }

    @Override
    public List<String> tokensForOthers(String email) {
        AuthenticationResultType own = signInAt(client, email).orElseThrow();
        AuthenticationResultType others = signInAt(anotherClient, email).orElseThrow();
        return List.of(own.idToken(), others.accessToken(), others.idToken());
    }

    @Override
    public void whileDown(Runnable action) {
        emulator.stop();
        try {
            action.run();
        } finally {
            emulator.restart();
        }
    }

    /** As after a change of the address that nobody has confirmed yet. */
    void unverify(String email) {
        people.adminUpdateUserAttributes(r -> r.userPoolId(pool)
                .username(userName(email))
                .userAttributes(attribute("email", email), attribute("email_verified", "false")));
    }

    private static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }

    void close() {
        server.close();
        people.close();
        emulator.stop();
    }

    private Optional<AuthenticationResultType> signInAt(String clientId, String email) {
        return authenticate(
                clientId, AuthFlowType.USER_PASSWORD_AUTH, Map.of("USERNAME", userName(email), "PASSWORD", PASSWORD));
    }

    private Optional<AuthenticationResultType> authenticate(
            String clientId, AuthFlowType flow, Map<String, String> parameters) {
        try {
            return Optional.of(
                    people.initiateAuth(r -> r.clientId(clientId).authFlow(flow).authParameters(parameters))
                            .authenticationResult());
        } catch (SdkException _) {
            return Optional.empty();
        }
    }

    private String newClient(String name) {
        return people.createUserPoolClient(r -> r.userPoolId(pool).clientName(name))
                .userPoolClient()
                .clientId();
    }

    private static String userName(String email) {
        return "dr-" + email.substring(0, email.indexOf('@'));
    }
}
