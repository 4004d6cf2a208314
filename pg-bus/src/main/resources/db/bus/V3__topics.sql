-- Each service appends events of its own topics only and moves cursors of its own groups only: the name of the service, alone
-- or before a dot. Everybody reads. The functions of the bus's owner are not concerned.
ALTER TABLE bus.outbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON bus.outbox FOR SELECT USING (true);
CREATE POLICY append ON bus.outbox FOR INSERT WITH CHECK ('trashpong_' || split_part(topic, '.', 1) = current_user);

ALTER TABLE bus.cursor ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON bus.cursor FOR SELECT USING (true);
CREATE POLICY enter ON bus.cursor FOR INSERT WITH CHECK ('trashpong_' || split_part(consumer_group, '.', 1) = current_user);
CREATE POLICY move ON bus.cursor FOR UPDATE USING ('trashpong_' || split_part(consumer_group, '.', 1) = current_user);
