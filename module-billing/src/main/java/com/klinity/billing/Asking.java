package com.klinity.billing;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Staged;
import java.util.function.Function;

/**
 * Asks the provider, outside any transaction.
 *
 * @param question to the provider
 * @param answer   to the caller
 */
record Asking<T>(Function<Call, T> question, Function<T, Reply> answer) implements Staged<Call, T> {

    @Override
    public Call admit(Call call) {
        return call;
    }

    @Override
    public T work(Call call, Call admitted) {
        return question.apply(call);
    }

    @Override
    public Reply record(Call call, T told) {
        return answer.apply(told);
    }
}
