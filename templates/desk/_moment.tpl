{{#AT_FAULT}}<p class="fault" id="at-fault">{{FAULT_WORDS}}</p>{{/AT_FAULT}}
<p><label for="at_date">[[Day]]</label> <input id="at_date" name="at_date" type="{{DATE_TYPE}}" value="{{AT_DATE}}"{{#DATE_FAULT}} aria-invalid="true" aria-describedby="at-fault"{{/DATE_FAULT}}></p>
<p><label for="at_time">[[Time]]</label> <input id="at_time" name="at_time" type="{{TIME_TYPE}}" step="any" value="{{AT_TIME}}"{{#TIME_FAULT}} aria-invalid="true" aria-describedby="at-fault"{{/TIME_FAULT}}></p>
