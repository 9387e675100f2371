"""A team's own worker, as a source of Duly: its namespace, its task queue, its language.

Duly starts the workflow `AnswerDuly` with an opaque id and a token, and nothing else. Whom it is about is read by HTTPS with the
token; what is held goes back the same way. The token ends with the answer, so each step may be tried again without harm.

Reads TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_TASK_QUEUE and DULY_URL.
"""

import asyncio
import json
import os
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import timedelta

from temporalio import activity, workflow
from temporalio.client import Client
from temporalio.worker import Worker


@dataclass
class Ask:
    ask: str
    token: str


# What this team holds, by e-mail address; yours is a database.
HELD = {"quillibert@people.example": [{"book": "Zoë’s 🐝 book", "lent": "2036-01-02"}]}

CONFLICT = 409


def call(ask: Ask, path: str, body: bytes | None = None, kind: str = "application/json") -> dict:
    """To the address that this worker was given, never to one that a message names."""
    request = urllib.request.Request(
        f"{os.environ['DULY_URL']}/v1/asks/{ask.ask}{path}",
        data=body,
        headers={"Authorization": f"Bearer {ask.token}", "Content-Type": kind},
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)


def unless_done(ask: Ask, path: str, body: bytes, kind: str = "application/json") -> None:
    """An earlier try may have arrived although its answer did not."""
    try:
        call(ask, path, body, kind)
    except urllib.error.HTTPError as error:
        if error.code != CONFLICT:
            raise


@activity.defn
def look_and_answer(ask: Ask) -> str:
    """In one activity, so that no name of a person stands in a history."""
    asked = call(ask, "")
    subject = asked["subject"]
    if asked["purpose"] == "erase":
        gone = HELD.pop(subject["email"] or "", None)
        body = {"answer": "nothing-held"}
        if gone:
            body = {"answer": "erased", "proof": f"{len(gone)} records of loans deleted."}
        unless_done(ask, "/answer", json.dumps(body).encode())
        return body["answer"]
    held = HELD.get(subject["email"] or "", [])
    if held:
        lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in held)
        unless_done(ask, "/records/loan", lines.encode(), "application/octet-stream")
    answer = "found" if held else "nothing-held"
    unless_done(ask, "/answer", json.dumps({"answer": answer}).encode())
    return answer


@workflow.defn
class AnswerDuly:
    @workflow.run
    async def run(self, ask: Ask) -> str:
        return await workflow.execute_activity(
            look_and_answer, ask, start_to_close_timeout=timedelta(minutes=5)
        )


async def main() -> None:
    from concurrent.futures import ThreadPoolExecutor

    client = await Client.connect(
        os.environ["TEMPORAL_ADDRESS"], namespace=os.environ["TEMPORAL_NAMESPACE"]
    )
    with ThreadPoolExecutor(4) as threads:
        worker = Worker(
            client,
            task_queue=os.environ["TEMPORAL_TASK_QUEUE"],
            workflows=[AnswerDuly],
            activities=[look_and_answer],
            activity_executor=threads,
        )
        print("ready", flush=True)
        await worker.run()


if __name__ == "__main__":
    asyncio.run(main())
