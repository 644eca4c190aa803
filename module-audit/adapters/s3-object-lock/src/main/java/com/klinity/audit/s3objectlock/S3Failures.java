package com.klinity.audit.s3objectlock;

import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.spi.WitnessFailure.Code;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Turns the vendor's exceptions into ours (Amazon S3 API, error responses). Their texts may quote what was sent, so they
 * are dropped with the exception; operation and error code say enough.
 */
final class S3Failures {

    private static final int CONFLICT = 409;
    private static final int SERVER = 500;

    private S3Failures() {}

    static <T> T translated(String operation, Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            throw refused(operation, e);
        } catch (SdkException _) {
            throw new WitnessFailure(
                    Code.UNAVAILABLE, operation + ": no answer in time, or no credentials to ask with");
        }
    }

    static String errorCode(AwsServiceException e) {
        return e.awsErrorDetails() == null
                ? ""
                : String.valueOf(e.awsErrorDetails().errorCode());
    }

    /** What the store may do tomorrow with the same settings and rights is not there; all else is denied. */
    private static WitnessFailure refused(String operation, AwsServiceException e) {
        boolean passing = e.statusCode() >= SERVER
                || e.statusCode() == CONFLICT
                || e.isThrottlingException()
                || errorCode(e).equals("RequestTimeout");
        return new WitnessFailure(
                passing ? Code.UNAVAILABLE : Code.DENIED,
                operation + ": status " + e.statusCode() + " " + errorCode(e));
    }
}
