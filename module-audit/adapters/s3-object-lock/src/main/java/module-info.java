/**
 * Keeps checkpoints of the audit log as objects that Amazon S3, or a store that speaks its language, lets nobody change
 * or remove for years. Ids and hashes are in what it sends, and nothing clinical; still it is declared to touch such
 * data, because the vendor's libraries have no descriptors and could read every module. Exports nothing.
 *
 * @provides com.klinity.audit.spi.AuditWitnessProvider the witness {@code s3-object-lock}
 */
module com.klinity.audit.s3objectlock {
    requires com.klinity.audit;
    requires software.amazon.awssdk.auth;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.urlconnection;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.services.s3;

    provides com.klinity.audit.spi.AuditWitnessProvider with
            com.klinity.audit.s3objectlock.S3ObjectLockProvider;
}
