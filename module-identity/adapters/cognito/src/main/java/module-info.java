/**
 * Amazon Cognito: practitioners sign up and in at a user pool, this module asks the pool what the platform needs of it.
 * Nothing clinical is in what it sends; still it is declared to touch such data, because the vendor's libraries have no
 * descriptors and could read every module.
 *
 * @provides com.klinity.identity.spi.IdentityAdapter named {@code cognito}
 */
module com.klinity.identity.cognito {
    requires com.klinity.identity;
    requires software.amazon.awssdk.auth;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.urlconnection;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.services.cognitoidentityprovider;

    provides com.klinity.identity.spi.IdentityAdapter with
            com.klinity.identity.cognito.CognitoIdentityAdapter;
}
