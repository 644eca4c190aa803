package com.klinity.distribution.disclosure;

import com.klinity.platform.spi.Adapter;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every method by which the platform calls a vendor. */
final class Borders {

    /** What hands patient data over. */
    static final Set<String> CARRYING = Set.of("BlobStore.put", "TranscriptionEngine.transcribe", "NoteDrafter.draft");

    /** What does not, and why. */
    static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("BlobStore.open", "brings back what the store has"),
            Map.entry("BlobStore.delete", "names an object by its id"),
            Map.entry("BlobStore.eraseAccount", "names an account by its id"),
            Map.entry("MailTransport.send", "a fixed text and a code to the practitioner's own address"),
            Map.entry("IdentityProvider.issuer", "asks for the provider's own name"),
            Map.entry("IdentityProvider.email", "names a user by the provider's own id"),
            Map.entry("IdentityProvider.signOutEverywhere", "names a user by the provider's own id"),
            Map.entry("IdentityProvider.deleteUser", "names a user by the provider's own id"),
            Map.entry("IdentityProvider.routes", "calls come in"),
            Map.entry("PaymentProvider.plans", "asks what can be bought"),
            Map.entry("PaymentProvider.subscription", "names an account by its id"),
            Map.entry("TranscriptionEngine.languages", "asks what it understands"),
            Map.entry("TranscriptionEngine.mediaTypes", "asks what it takes"),
            Map.entry("AuditWitness.keep", "hashes of logs, and accounts by their ids"),
            Map.entry("AuditWitness.last", "asks for a number"),
            Map.entry("AuditWitness.read", "brings back hashes"));

    private Borders() {}

    /** As the compiled features have them, so that a new one is here by being there. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("com.klinity").stream()
                        .filter(JavaClass::isInterface)
                        .filter(type -> type.isAssignableTo(Adapter.class) && !type.isEquivalentTo(Adapter.class))
                        .flatMap(type -> opened(type.reflect()))
                        .forEach(all::add);
        return all;
    }

    private static Stream<String> opened(Class<?> adapter) {
        return Stream.of(adapter.getMethods())
                .filter(method -> method.getName().equals("open"))
                .map(Method::getReturnType)
                .flatMap(service -> Stream.of(service.getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .map(Method::getName)
                        .filter(name -> !name.equals("close"))
                        .map(name -> service.getSimpleName() + "." + name));
    }
}
