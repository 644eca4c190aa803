package com.klinity.audit.s3objectlock;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The vendor's client, held to a few seconds a call. */
final class S3Clients {

    /** Of a call that carries no document; {@link #limit} gives a document's. */
    static final Duration LIMIT = Duration.ofSeconds(5);

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(4);
    private static final int BYTES_A_SECOND = 1 << 20;

    private S3Clients() {}

    /**
     * Connects to nothing yet, and looks for no credentials. What is sent carries its own checksum, where the call takes
     * one; those that the client would add by itself are not understood by every store.
     */
    static S3Client of(S3ObjectLockSettings settings) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_LIMIT)
                        .socketTimeout(SILENCE_LIMIT))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallTimeout(LIMIT)
                        .build());
        // Buckets of other stores have seldom host names of their own.
        settings.endpoint()
                .ifPresent(address -> builder.endpointOverride(address).forcePathStyle(true));
        settings.credentials().ifPresent(key -> builder.credentialsProvider(provider(key)));
        return builder.build();
    }

    /** A second more for each MiB. */
    static Duration limit(long bytes) {
        return LIMIT.plusSeconds(bytes / BYTES_A_SECOND);
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
