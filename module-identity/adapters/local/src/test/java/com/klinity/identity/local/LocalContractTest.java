package com.klinity.identity.local;

import com.klinity.identity.testkit.UserPoolContract;
import com.klinity.identity.testkit.UserPoolRealm;

class LocalContractTest extends UserPoolContract {

    @Override
    protected UserPoolRealm realm() {
        return new LocalRealm();
    }
}
