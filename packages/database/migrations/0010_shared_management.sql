-- Two people manage one post only where it is marked as a job share: a floor under what imports and forms refuse.
alter table fact_post add constraint fact_post_shared_management check (
  second_line_manager is null
  or (is_managed_by_job_share is true and line_manager is not null and second_line_manager <> line_manager)
);
