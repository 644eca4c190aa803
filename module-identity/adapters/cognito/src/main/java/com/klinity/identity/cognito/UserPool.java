package com.klinity.identity.cognito;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** The calls made to one user pool (Amazon Cognito user pools API). Vendor's exceptions end here. */
final class UserPool {

    private final CognitoIdentityProviderClient client;
    private final String id;

    UserPool(CognitoIdentityProviderClient client, String id) {
        this.client = client;
        this.id = id;
    }

    Optional<PoolUser> find(UUID subject) {
        String filter = "sub = \"" + subject + "\"";
        ListUsersResponse found = CognitoFailures.translated(
                "ListUsers",
                () -> client.listUsers(r -> r.userPoolId(id).filter(filter).limit(1)));
        return found.users().stream().findFirst().map(UserPool::user);
    }

    /**
     * How the pool's administration knows somebody. Lists of users lag behind a little, so an absent one is still asked
     * for by the {@code sub}, which the pool takes for a user name too.
     */
    String userName(UUID subject) {
        return find(subject).map(PoolUser::name).orElseGet(subject::toString);
    }

    /** Revokes all refresh tokens; nothing happens when there is no such user. */
    void signOut(String userName) {
        CognitoFailures.unlessUnknown(
                "AdminUserGlobalSignOut",
                () -> client.adminUserGlobalSignOut(r -> r.userPoolId(id).username(userName)));
    }

    /** Nothing happens when there is no such user. */
    void delete(String userName) {
        CognitoFailures.unlessUnknown(
                "AdminDeleteUser",
                () -> client.adminDeleteUser(r -> r.userPoolId(id).username(userName)));
    }

    void close() {
        client.close();
    }

    private static PoolUser user(UserType user) {
        Map<String, String> attributes = user.attributes().stream()
                .collect(Collectors.toMap(AttributeType::name, AttributeType::value, (first, second) -> first));
        Optional<String> email = Optional.ofNullable(attributes.get("email"))
                .filter(address -> "true".equals(attributes.get("email_verified")));
        return new PoolUser(user.username(), email);
    }
}
