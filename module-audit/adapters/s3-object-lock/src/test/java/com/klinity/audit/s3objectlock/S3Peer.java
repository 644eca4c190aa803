package com.klinity.audit.s3objectlock;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.platform.settings.ConfiguredSettings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 service that somebody started for these tests, and a fresh bucket there. Its user may do everything. */
final class S3Peer {

    /** {@code http://KEY:SECRET@HOST:PORT}. */
    private static final String ADDRESS =
            System.getProperty("testkit.s3-peer", Objects.requireNonNullElse(System.getenv("S3_PEER"), ""));

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final URI endpoint;
    private final String key;
    private final String secret;
    private final String bucket = "klinity-test-" + UUID.randomUUID();
    private final S3Client client;

    private S3Peer(URI address, boolean locked) {
        String[] user = address.getUserInfo().split(":", 2);
        key = user[0];
        secret = user[1];
        endpoint =
                URI.create(address.getScheme() + "://" + address.getAuthority().split("@", 2)[1]);
        client = client();
        client.createBucket(r -> r.bucket(bucket).objectLockEnabledForBucket(locked));
    }

    /** With a bucket that has Object Lock; skips the test where nobody named a service. */
    static S3Peer withLockedBucket() {
        return of(true);
    }

    /** With a bucket that has none. */
    static S3Peer withPlainBucket() {
        return of(false);
    }

    private static S3Peer of(boolean locked) {
        assumeTrue(
                !ADDRESS.isEmpty(),
                "needs an S3 service with Object Lock: src/test/sh/with-ceph-rgw mvn verify, or"
                        + " -Dtestkit.s3-peer=http://KEY:SECRET@HOST:PORT");
        return new S3Peer(URI.create(ADDRESS), locked);
    }

    /** Whoever has the same credentials and another program. */
    S3Client anybody() {
        return client;
    }

    String bucket() {
        return bucket;
    }

    /** A name's beginning that no other test uses. */
    static String freshPrefix() {
        return "log-" + UUID.randomUUID() + "/";
    }

    AuditWitness witness(String prefix) {
        return witness(prefix, InstantSource.system(), Map.of());
    }

    AuditWitness witness(String prefix, InstantSource clock, Map<String, String> over) {
        ConfiguredSettings settings = TestSettings.of(settings(prefix), over);
        AuditWitness witness = new S3ObjectLockProvider().open(settings, clock);
        settings.enforce();
        return witness;
    }

    private Map<String, String> settings(String prefix) {
        Map<String, String> settings = new HashMap<>();
        settings.put("klinity.aws.region", "us-east-1");
        settings.put("klinity.aws.access-key-id", key);
        settings.put("klinity.aws.secret-access-key", secret);
        settings.put("klinity.s3-object-lock.bucket", bucket);
        settings.put("klinity.s3-object-lock.prefix", prefix);
        settings.put("klinity.s3-object-lock.endpoint", endpoint.toString());
        return settings;
    }

    private S3Client client() {
        return S3Client.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT_LIMIT))
                .build();
    }
}
