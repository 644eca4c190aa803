package com.klinity.platform.database;

import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Statement;
import com.klinity.platform.spi.Touch;
import java.util.Map;
import java.util.UUID;

/** A call's scope for the statements of a feature that the called one asks. */
record OtherReach(JdbcScope scope, Reach reach) implements Scope {

    Scope reaching(Reach other) {
        return new OtherReach(scope, other);
    }

    @Override
    public UUID account() {
        return scope.account();
    }

    @Override
    public Statement sql(String text) {
        return scope.sql(text, reach);
    }

    @Override
    public UUID enqueue(String topic, UUID subject) {
        return scope.enqueue(topic, subject);
    }

    @Override
    public void withdraw(String topic, UUID subject) {
        scope.withdraw(topic, subject);
    }

    @Override
    public void audit(Touch touch, Map<String, String> details) {
        scope.audit(touch, details);
    }
}
