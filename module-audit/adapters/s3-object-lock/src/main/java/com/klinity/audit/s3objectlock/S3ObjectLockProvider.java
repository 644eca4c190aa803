package com.klinity.audit.s3objectlock;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.AuditWitnessProvider;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.Vendor;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** Opens a bucket as the witness. Nothing is sent before the first call. */
public final class S3ObjectLockProvider implements AuditWitnessProvider {

    private volatile Place place = new Place("<klinity.aws.region>", "s3.<klinity.aws.region>.amazonaws.com");

    /** For the service loader. */
    public S3ObjectLockProvider() {}

    @Override
    public String name() {
        return "s3-object-lock";
    }

    /** Names region and host once it is opened. */
    @Override
    public Vendor vendor() {
        Place known = place;
        boolean amazon = known.host.endsWith(".amazonaws.com") || known.host.endsWith(".amazonaws.com.cn");
        return new Vendor(
                amazon ? "Amazon Web Services, Inc." : "whoever runs " + known.host,
                "checkpoints of the audit log: ids of accounts, and hashes (S3 Object Lock)",
                List.of(known.region),
                true,
                List.of(known.host),
                amazon ? "AWS Business Associate Addendum" : "yours with whoever runs " + known.host);
    }

    @Override
    public AuditWitness open(Settings settings, InstantSource clock) {
        S3ObjectLockSettings chosen = S3ObjectLockSettings.read(settings);
        place = new Place(
                chosen.region(),
                chosen.endpoint().map(URI::getHost).orElse("s3." + chosen.region() + ".amazonaws.com"));
        LockedBucket bucket = new LockedBucket(S3Clients.of(chosen), chosen.bucket(), chosen.kmsKeyId());
        return new S3ObjectLockWitness(bucket, chosen.prefix(), new Retention(clock, chosen.retention()));
    }

    private record Place(String region, String host) {}
}
