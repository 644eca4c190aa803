package com.klinity.identity.cognito;

import com.klinity.identity.spi.IdentityFailure;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/**
 * Turns the vendor's exceptions into ours. Their texts may quote what was sent, so they are dropped with the exception;
 * operation and error code say enough.
 */
final class CognitoFailures {

    private static final int FORBIDDEN = 403;

    private CognitoFailures() {}

    static <T> T translated(String operation, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw failure(operation, e);
        }
    }

    static void unlessUnknown(String operation, Runnable call) {
        try {
            call.run();
        } catch (UserNotFoundException _) {
            // What was to end has ended.
        } catch (SdkException e) {
            throw failure(operation, e);
        }
    }

    private static IdentityFailure failure(String operation, SdkException e) {
        return switch (e) {
            case ResourceNotFoundException _ ->
                new IdentityFailure("cognito-pool-unknown", operation + ": the region has no such user pool");
            case AwsServiceException service -> refused(operation, service);
            case SdkClientException _ ->
                new IdentityFailure(
                        "cognito-unreachable", operation + ": no answer in time, or no credentials to ask with");
            default ->
                new IdentityFailure(
                        "cognito-failed", operation + ": " + e.getClass().getSimpleName());
        };
    }

    private static IdentityFailure refused(String operation, AwsServiceException e) {
        String error = e.awsErrorDetails() == null
                ? ""
                : String.valueOf(e.awsErrorDetails().errorCode());
        String message = operation + ": status " + e.statusCode() + " " + error;
        if (e.isThrottlingException()) {
            return new IdentityFailure("cognito-throttled", message);
        }
        boolean denied = e.statusCode() == FORBIDDEN
                || error.contains("AccessDenied")
                || error.contains("NotAuthorized")
                || error.contains("UnrecognizedClient")
                || error.contains("Signature");
        return new IdentityFailure(denied ? "cognito-access-denied" : "cognito-failed", message);
    }
}
