package com.klinity.platform.server;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Staged;
import com.klinity.platform.spi.Upload;

/** An upload as the staged answer that it is: its work is to read the body. */
record UploadStages<T>(Upload<T> upload) implements Staged<Call, IntakeOf<T>> {

    @Override
    public Call admit(Call call) {
        upload.admit(call);
        return call;
    }

    @Override
    public IntakeOf<T> work(Call call, Call admitted) {
        return IntakeOf.receive(upload, (Incoming) call);
    }

    @Override
    public Reply record(Call call, IntakeOf<T> intake) {
        return upload.record(call, intake.received());
    }

    @Override
    public void discard(IntakeOf<T> intake) {
        upload.discard(intake.received());
    }
}
