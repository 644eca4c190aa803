package com.klinity.platform.embedded;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;

/** The login of every role. */
final class Credentials {
    private static final int PASSWORD_BYTES = 32;

    private final Map<DatabaseRole, RoleCredentials> byRole;

    private Credentials(Map<DatabaseRole, RoleCredentials> byRole) {
        this.byRole = byRole;
    }

    static Credentials of(Map<DatabaseRole, String> passwords) {
        Map<DatabaseRole, RoleCredentials> byRole = new EnumMap<>(DatabaseRole.class);
        passwords.forEach((role, password) -> byRole.put(role, new RoleCredentials(role.username(), password)));
        return new Credentials(byRole);
    }

    static Credentials random() {
        SecureRandom random = new SecureRandom();
        Map<DatabaseRole, String> passwords = new EnumMap<>(DatabaseRole.class);
        for (DatabaseRole role : DatabaseRole.values()) {
            byte[] bytes = new byte[PASSWORD_BYTES];
            random.nextBytes(bytes);
            passwords.put(role, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return of(passwords);
    }

    /** These, with another login for that role. */
    Credentials with(DatabaseRole role, RoleCredentials login) {
        Map<DatabaseRole, RoleCredentials> changed = new EnumMap<>(byRole);
        changed.put(role, login);
        return new Credentials(changed);
    }

    RoleCredentials get(DatabaseRole role) {
        RoleCredentials found = byRole.get(role);
        if (found == null) {
            throw new IllegalArgumentException("no credentials for " + role);
        }
        return found;
    }
}
