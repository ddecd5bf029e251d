-- loyalty-service: goods that come back read how the points of their purchase moved, and not all that ever moved.
--
-- What expired is left out: nobody asks for it here, and a night in which much ends writes nothing into this index.

create index transfer_of_purchase on transfer (purchase_id) where purchase_id is not null and reason <> 'expired';
