-- The core erases deleted accounts and asks this feature for the audio in its turn.
drop trigger erase_audio on identity.users;
drop function media.leave_erase;
