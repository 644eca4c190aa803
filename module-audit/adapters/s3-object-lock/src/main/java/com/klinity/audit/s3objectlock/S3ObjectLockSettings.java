package com.klinity.audit.s3objectlock;

import com.klinity.platform.spi.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a deployer can set.
 *
 * @param region      such as {@code sa-east-1}
 * @param bucket      has Object Lock; best in an account that the server's operators do not administer
 * @param prefix      how the objects' names begin; another one for each installation that shares the bucket
 * @param endpoint    where the store is, when it is not where AWS has it
 * @param retention   how long a checkpoint is locked
 * @param kmsKeyId    what objects are encrypted with, when not with the store's own key
 * @param credentials whose they are, when not whom the AWS default chain finds
 */
record S3ObjectLockSettings(
        String region,
        String bucket,
        String prefix,
        Optional<URI> endpoint,
        Duration retention,
        Optional<String> kmsKeyId,
        Optional<AccessKey> credentials) {

    private static final String OWN = "klinity.s3-object-lock.";
    private static final Pattern REGION = Pattern.compile("[a-z]{2,3}(-[a-z]+)+-[0-9]+");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9!_.*'()/-]{0,512}");
    private static final Pattern KMS_KEY = Pattern.compile("[A-Za-z0-9:/_-]{1,2048}");
    private static final int MOST_DAYS = 36_500;

    static S3ObjectLockSettings read(Settings settings) {
        return new S3ObjectLockSettings(
                matching(settings, "klinity.aws.region", REGION, "must be an AWS region such as sa-east-1"),
                matching(settings, OWN + "bucket", BUCKET, "must be a bucket's name"),
                settings.optionalText(OWN + "prefix")
                        .map(text ->
                                checked(settings, OWN + "prefix", text, PREFIX, "has a character that is not safe"))
                        .orElse(""),
                settings.optionalText(OWN + "endpoint").map(text -> address(settings, text)),
                Duration.ofDays(settings.integer(
                        OWN + "retention-days", Retention.LEAST_DAYS, Retention.LEAST_DAYS, MOST_DAYS)),
                settings.optionalText(OWN + "kms-key-id")
                        .map(text -> checked(settings, OWN + "kms-key-id", text, KMS_KEY, "must be a key's id or ARN")),
                AccessKey.read(settings));
    }

    private static String matching(Settings settings, String key, Pattern form, String whatToDo) {
        String text = settings.text(key);
        return text.isEmpty() ? "missing" : checked(settings, key, text, form, whatToDo);
    }

    /** A placeholder that can stand in an address when the value cannot. */
    private static String checked(Settings settings, String key, String text, Pattern form, String whatToDo) {
        if (form.matcher(text).matches()) {
            return text;
        }
        settings.fault(key, whatToDo);
        return "malformed";
    }

    private static URI address(Settings settings, String text) {
        Optional<URI> address = StoreAddress.parse(text, settings.production());
        if (address.isEmpty()) {
            settings.fault(
                    OWN + "endpoint",
                    "must be an " + (settings.production() ? "" : "http or ")
                            + "https address of a host, with a port at most");
        }
        return address.orElse(URI.create("https://malformed.invalid"));
    }
}
